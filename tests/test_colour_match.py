import numpy as np

from forensics.synthesis.color_match import adapt_colors, match_colors, match_histograms

RNG = np.random.default_rng(0)
DARK = np.clip(RNG.normal(70, 8, (40, 40, 3)), 0, 255).astype(np.uint8)
BRIGHT = np.clip(RNG.normal((190, 150, 130), 16, (40, 40, 3)), 0, 255).astype(np.uint8)
INSIDE = np.zeros((40, 40), bool)
INSIDE[5:35, 5:35] = True


def test_histograms_come_near_the_reference_in_mean_and_spread():
    matched = match_histograms(DARK, BRIGHT, INSIDE)[INSIDE]
    assert np.abs(matched.mean(axis=0) - BRIGHT[INSIDE].mean(axis=0)).max() < 6
    assert np.abs(matched.std(axis=0) - BRIGHT[INSIDE].std(axis=0)).max() < 6


def test_a_picture_matched_with_itself_stays():
    for match in (match_colors, match_histograms):
        assert np.abs(match(BRIGHT, BRIGHT, INSIDE)[INSIDE].astype(int) - BRIGHT[INSIDE]).mean() < 2


def test_contrast_grows_no_more_than_allowed():
    free, held = (match_colors(DARK, BRIGHT, INSIDE, most)[INSIDE].mean(axis=1).std() for most in (np.inf, 1.0))
    assert free > 1.5 * DARK[INSIDE].mean(axis=1).std()
    assert held < 1.2 * DARK[INSIDE].mean(axis=1).std()


def test_colors_always_come_nearer_and_sometimes_only_in_part():
    wanted, had = BRIGHT[INSIDE].mean(), DARK[INSIDE].mean()
    shares = [
        (adapt_colors(DARK, BRIGHT, INSIDE, np.random.default_rng(seed))[INSIDE].mean() - had) / (wanted - had)
        for seed in range(20)
    ]
    assert min(shares) > 0.55 and max(shares) < 1.05
    assert any(share < 0.9 for share in shares) and any(share > 0.97 for share in shares)
