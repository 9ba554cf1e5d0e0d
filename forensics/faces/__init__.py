"""Where faces are in a frame, and where their landmarks are."""
