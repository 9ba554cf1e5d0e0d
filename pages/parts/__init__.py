"""What the pages are made of: text, session, tasks and widgets for all, and a room for each page."""
