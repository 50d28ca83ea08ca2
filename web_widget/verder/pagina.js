/** The page behind a link from another channel: a person presses, and the conversation goes on here. */

const code = location.hash.slice(1);
// The link is for once: it need not stand in the history, nor go along with a page that is shared.
history.replaceState(null, "", location.pathname);

const part = document.getElementById("gaan");
const press = document.getElementById("verder");
const message = document.getElementById("melding");
const FAILED = "Dat lukt nu niet. Kijk je internet na, en druk nog eens.";
const EMPTY = "Ben je hier al verder gegaan? Klik dan onderaan op de chat. Anders vraag je in Messenger een nieuwe link.";

if (!code) {
  part.hidden = true;
  message.textContent = EMPTY;
}

press.addEventListener("click", async () => {
  press.disabled = true;
  message.textContent = "";
  try {
    await customElements.whenDefined("jeugdhulp-assistent");
    await document.querySelector("jeugdhulp-assistent").resume(code);
    part.hidden = true;
  } catch (error) {
    // A clear "no" stays a no; anything else is worth another try.
    const final = Boolean(error.sentence);
    message.textContent = final ? error.sentence : FAILED;
    press.disabled = false;
    part.hidden = final;
  }
});
