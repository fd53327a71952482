"""The command line: reads what was asked, calls the floors below, tells the answer."""
