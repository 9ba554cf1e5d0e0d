"""A network executed by OpenVINO on the CPU. It answers with copies, so that the next faces change nothing."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from forensics.cores import thread_count
from forensics.detectors.openvino_graphs import compiled, graph_of, openvino
from forensics.network import FaceNetwork, NetworkInput, NetworkOutput


class OpenVinoEngine:
    """As forensics.detectors.engines.Engine. Raises RuntimeError where it has no such graph."""

    def __init__(self, network: FaceNetwork) -> None:
        graph, threads = graph_of(network), thread_count()
        only_logits = openvino.Model([graph.output("logit")], graph.get_parameters())
        self._whole = compiled(graph, threads).create_infer_request()
        self._logits = compiled(only_logits, threads).create_infer_request()

    def run(self, views: NetworkInput) -> NetworkOutput:
        answer = self._whole.infer(_arrays(views))
        fields = {name: torch.from_numpy(values) for output, values in answer.items() for name in output.names}
        return NetworkOutput(**{name: fields[name] for name in NetworkOutput._fields if name in fields})

    def logits(self, views: NetworkInput) -> Tensor:
        return torch.from_numpy(self._logits.infer(_arrays(views))["logit"])


def _arrays(views: NetworkInput) -> list[NDArray[np.float32]]:
    return [np.ascontiguousarray(view.numpy()) for view in views]
