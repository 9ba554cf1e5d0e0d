"""Networks as detectors: a frame goes in, findings come out."""
