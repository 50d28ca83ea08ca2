"""Sets one document with Typst, in a process of its own: started by `loket.mail.pdf`, with no argument.

Reads {"sjabloon", "lettertypes", "gegevens", "tijd"} as JSON and writes the PDF; or ends with 1, and the name
of what went wrong. Typst keeps what it has set for a next time, a megabyte a document, and a page that it
hangs on would hold the one who asked.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime
from pathlib import Path


def main() -> int:
    """Set what stands on the standard input; returns the exit code."""
    os.nice(10)  # people who are talking go first
    import typst  # noqa: PLC0415 - what fails here is told as any other failure

    opdracht = json.loads(sys.stdin.buffer.read())
    sjabloon = Path(opdracht["sjabloon"])
    pdf = typst.compile(
        sjabloon,
        root=sjabloon.parent,
        font_paths=[opdracht["lettertypes"]],
        ignore_system_fonts=True,
        sys_inputs={"gegevens": opdracht["gegevens"]},
        pdf_standards=["ua-1"],
        timestamp=datetime.fromisoformat(opdracht["tijd"]),
    )
    sys.stdout.buffer.write(pdf)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Exception as fout:
        # Only the name: what went wrong may hold what the person wrote.
        print(type(fout).__name__)
        sys.exit(1)
