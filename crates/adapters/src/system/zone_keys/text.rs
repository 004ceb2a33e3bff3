//! Private keys as text: the format of BIND's key files, which other servers read and write too.

use std::collections::BTreeMap;

use api::zone::KeyAlgorithm;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use zeroize::Zeroizing;

/// The parts of a private key by their names.
pub(super) type Fields = BTreeMap<&'static str, Zeroizing<Vec<u8>>>;

/// The names of the parts, in their order.
pub(super) const RSA: [&str; 8] = [
    "Modulus",
    "PublicExponent",
    "PrivateExponent",
    "Prime1",
    "Prime2",
    "Exponent1",
    "Exponent2",
    "Coefficient",
];
const CURVE: [&str; 1] = ["PrivateKey"];

fn names(algorithm: KeyAlgorithm) -> &'static [&'static str] {
    match algorithm {
        KeyAlgorithm::RsaSha256 | KeyAlgorithm::RsaSha512 => &RSA,
        KeyAlgorithm::EcdsaP256 | KeyAlgorithm::EcdsaP384 | KeyAlgorithm::Ed25519 => &CURVE,
    }
}

/// Reads a key. Lines that are no part of it, such as times, are left out.
pub(super) fn read(text: &str) -> Result<(KeyAlgorithm, Fields), String> {
    let lines: BTreeMap<&str, &str> = text
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim()))
        .collect();
    let line = |name: &str| lines.get(name).copied().ok_or_else(|| format!("it has no {name}"));
    if !line("Private-key-format")?.starts_with("v1.") {
        return Err("its Private-key-format must be v1.2 or v1.3".to_owned());
    }
    let number = line("Algorithm")?.split(' ').next().unwrap_or_default();
    let algorithm = number.parse().ok().and_then(KeyAlgorithm::of_number);
    let algorithm =
        algorithm.ok_or_else(|| format!("algorithm {number} does not sign here: use 13"))?;
    let mut fields = Fields::new();
    for name in names(algorithm) {
        let bytes = STANDARD.decode(line(name)?).map_err(|_| format!("{name} is not Base64"))?;
        fields.insert(name, bytes.into());
    }
    Ok((algorithm, fields))
}

/// Writes a key.
pub(super) fn write(algorithm: KeyAlgorithm, fields: &Fields) -> String {
    let (number, word) = (algorithm.number(), algorithm.as_str());
    let mut text = format!("Private-key-format: v1.2\nAlgorithm: {number} ({word})\n");
    for name in names(algorithm) {
        let bytes = fields.get(name).map(|bytes| STANDARD.encode(bytes.as_slice()));
        text.extend([name, ": ", &bytes.unwrap_or_default(), "\n"]);
    }
    text
}
