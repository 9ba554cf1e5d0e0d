"""A network executed by OpenVINO on the CPU: each face by one thread, as many faces at a time as there are threads.

Threads that share a face wait for each other at every layer, so that one core which is taken by another process holds
all of them up; threads with a face each do not.
"""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from forensics.cores import thread_count
from forensics.detectors.openvino_graphs import compiled, graph_of, openvino
from forensics.network import FaceNetwork, NetworkInput, NetworkOutput

FACES_PER_THREAD = 4
"""At once: while the last ones are under way some threads have nothing to do, which counts less the more there are."""

Answer = dict[str, NDArray[np.float32]]
"""Fields of NetworkOutput for one face, by their names."""


class OpenVinoEngine:
    """As forensics.detectors.engines.Engine. side: of the squares that the network sees.

    Raises RuntimeError where the network has no such graph.
    """

    def __init__(self, network: FaceNetwork, side: int) -> None:
        graph, threads = graph_of(network, side), thread_count()
        only_logits = openvino.Model([graph.output("logit")], graph.get_parameters())
        self.batch_size = FACES_PER_THREAD * threads
        self._whole = openvino.AsyncInferQueue(compiled(graph, threads), threads)
        self._logits = openvino.AsyncInferQueue(compiled(only_logits, threads), threads)

    def run(self, views: NetworkInput) -> NetworkOutput:
        answers = _infer(self._whole, views, NetworkOutput._fields)
        return NetworkOutput(**{name: _joined(answers, name) for name in answers[0]})

    def logits(self, views: NetworkInput) -> Tensor:
        return _joined(_infer(self._logits, views, ("logit",)), "logit")


def _infer(queue: openvino.AsyncInferQueue, views: NetworkInput, fields: tuple[str, ...]) -> list[Answer]:
    """For each face, copies of those of the fields that there are."""
    given = {name for output in queue[0].model_outputs for name in output.names}
    answers: list[Answer] = [{} for _ in views.squares]

    def take(request: Any, face: int) -> None:
        answers[face] = {name: request.get_tensor(name).data.copy() for name in fields if name in given}

    queue.set_callback(take)
    arrays = [np.ascontiguousarray(view.numpy()) for view in views]
    for face in range(len(answers)):
        queue.start_async([array[face : face + 1] for array in arrays], face)
    queue.wait_all()
    return answers


def _joined(answers: list[Answer], name: str) -> Tensor:
    return torch.from_numpy(np.concatenate([answer[name] for answer in answers]))
