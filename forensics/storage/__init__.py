"""What outlives the program: stored files, what was found in them, sessions, and how long all that is kept."""
