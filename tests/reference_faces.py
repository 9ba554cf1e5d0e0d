from forensics.types.references import ReferenceFace, References


def face(score: float, number: int = 1, **changes) -> ReferenceFace:
    values = {"name": f"r{number}.png", "sha256": f"{number:064x}", "face_id": 1, "fake_score": score, "size": 72}
    return ReferenceFace(**values | {"sharpness": 1.0, "blockiness": 1.0} | changes)


def faces(score: float, count: int) -> References:
    return References(tuple(face(score, number) for number in range(1, count + 1)))
