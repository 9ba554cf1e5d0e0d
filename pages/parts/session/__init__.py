"""What a browser's session holds, and how it is kept."""
