from forensics.measurements.tippett import Tippett

CURVES = (
    Tippett("calibration set", (-1.0, 0.0, 1.0), (1.0, 0.9, 0.5), (1.0, 0.2, 0.0), 10, 20),
    Tippett("openforensics-val", (-1.0, 0.0, 1.0), (1.0, 0.8, 0.4), (1.0, 0.3, 0.1), 30, 40),
)
