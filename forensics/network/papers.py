"""Papers that cards name."""

BTAS_2019 = (
    "H. H. Nguyen, F. Fang, J. Yamagishi, I. Echizen: Multi-task Learning for Detecting and Segmenting Manipulated "
    "Facial Images and Videos, BTAS 2019, arXiv 1906.06876"
)
