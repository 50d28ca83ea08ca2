"""The life of an aanvraag after it was sent (omzendbrief 3): events, and the rules that follow from them.

`gebeurtenis` what can happen · `toestand` what waits, on whom, since when · `handeling` what may be done ·
`aandacht` what asks for care · `controle` the checklist of ontvankelijkheid · `veilig` how the asker may be
reached · `brief` letters from building blocks · `overdracht` what a voorzitter or bemiddelaar gets.
"""
