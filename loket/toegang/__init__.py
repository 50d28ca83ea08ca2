"""Who may come in at the desk: accounts, passwords, codes, sessions."""
