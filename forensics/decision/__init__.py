"""From scores to what may be said of a face, a person or a video."""
