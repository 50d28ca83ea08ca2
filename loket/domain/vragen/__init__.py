"""The questions: `aanvraag.py` for the aanvraag, `advies.py` for "Wat past bij mij?"."""
