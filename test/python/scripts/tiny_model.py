"""A Llama of two layers with random weights and a tokenizer of single bytes, written without any library."""

import json
import random
import struct
from array import array
from pathlib import Path

HIDDEN, HEADS, LAYERS, WIDE = 128, 2, 2, 256
SPECIAL = ["<unk>", "<s>", "</s>"]
TEMPLATE = "{% for message in messages %}{{ message['role'] }}: {{ message['content'] }}\n{% endfor %}assistant:"


def write_tiny_model(folder: Path) -> Path:
    """Writes the model into a folder; the same weights at each call."""
    folder.mkdir(parents=True)
    vocabulary = {token: index for index, token in enumerate([*SPECIAL, *_byte_characters()])}
    config = {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "hidden_size": HIDDEN,
        "intermediate_size": WIDE,
        "num_hidden_layers": LAYERS,
        "num_attention_heads": HEADS,
        "num_key_value_heads": HEADS,
        "max_position_embeddings": 2048,
        "vocab_size": len(vocabulary),
        "rms_norm_eps": 1e-6,
        "rope_theta": 10000.0,
        "hidden_act": "silu",
        "tie_word_embeddings": False,
        "bos_token_id": 1,
        "eos_token_id": 2,
        "torch_dtype": "float32",
    }
    _write_json(folder / "config.json", config)
    _write_json(folder / "generation_config.json", {"bos_token_id": 1, "eos_token_id": 2})
    _write_json(folder / "tokenizer.json", _tokenizer(vocabulary))
    _write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "unk_token": "<unk>",
            "bos_token": "<s>",
            "eos_token": "</s>",
            "pad_token": "</s>",
            "model_max_length": 2048,
            "chat_template": TEMPLATE,
        },
    )
    _write_weights(folder / "model.safetensors", len(vocabulary))
    return folder


def _byte_characters() -> list[str]:
    """The characters that stand for the 256 bytes in a byte-level tokenizer: printable ones for themselves."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = iter(range(0x100, 0x200))
    return [chr(byte) if byte in printable else chr(next(others)) for byte in range(256)]


def _tokenizer(vocabulary: dict[str, int]) -> dict:
    byte_level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": False}
    added = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [{"id": vocabulary[token], "content": token, **added} for token in SPECIAL],
        "normalizer": None,
        "pre_tokenizer": byte_level,
        "post_processor": None,
        "decoder": byte_level,
        "model": {
            "type": "BPE",
            "dropout": None,
            "unk_token": None,
            "continuing_subword_prefix": None,
            "end_of_word_suffix": None,
            "fuse_unk": False,
            "byte_fallback": False,
            "vocab": vocabulary,
            "merges": [],
        },
    }


def _write_weights(path: Path, tokens: int) -> None:
    chance = random.Random(1)
    header: dict[str, dict] = {}
    content = bytearray()
    for name, shape in _shapes(tokens).items():
        size = shape[0] * (shape[1] if len(shape) > 1 else 1)
        values = [1.0] * size if len(shape) == 1 else [chance.gauss(0, 0.05) for _ in range(size)]
        start = len(content)
        content += array("f", values).tobytes()
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [start, len(content)]}
    text = json.dumps({"__metadata__": {"format": "pt"}, **header}).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + content)


def _shapes(tokens: int) -> dict[str, list[int]]:
    shapes = {"model.embed_tokens.weight": [tokens, HIDDEN], "lm_head.weight": [tokens, HIDDEN]}
    for layer in range(LAYERS):
        at = f"model.layers.{layer}"
        shapes |= {f"{at}.self_attn.{part}_proj.weight": [HIDDEN, HIDDEN] for part in "qkvo"}
        shapes |= {f"{at}.mlp.{part}_proj.weight": [WIDE, HIDDEN] for part in ("gate", "up")}
        shapes[f"{at}.mlp.down_proj.weight"] = [HIDDEN, WIDE]
        shapes |= {f"{at}.{part}_layernorm.weight": [HIDDEN] for part in ("input", "post_attention")}
    return {**shapes, "model.norm.weight": [HIDDEN]}


def _write_json(path: Path, value: dict) -> None:
    path.write_text(json.dumps(value), encoding="utf-8")
