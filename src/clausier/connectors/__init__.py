"""What reaches other machines: the one door to the web, mailboxes, names. Plain Python, which knows no room."""
