"""One photograph or one video, from its pixels to its result."""
