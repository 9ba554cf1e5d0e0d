import numpy as np

from docs.compare_pages import told


def test_the_ratio_is_that_within_pairs_whatever_the_machine_did_meanwhile():
    pairs = np.array([[1.0, 2.0], [10.0, 20.0], [3.0, 6.0]])
    assert told(pairs) == "median 3.00 s and 6.00 s; ratio 2.00, 95 % interval 2.00 to 2.00, n = 3"
