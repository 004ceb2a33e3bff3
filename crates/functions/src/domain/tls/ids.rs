//! The ids of what is stored, as clients know them: of a key `FIRST_LAST_DIGEST`, of a request
//! `NAME_FIRST_LAST_DIGEST`, of a certificate `NAME_FIRST_LAST_EXPIRY_DIGEST`. `NAME` is the first
//! domain with underscores for its dots; `FIRST` and `LAST` are five digits of the key's number.

use api::ports::{Certificate, PublicKey, PublicNumbers, SigningRequest};

/// Of a private key with that public half, whose digest is given.
pub fn key(public: &PublicKey, digest: &str) -> String {
    format!("{}_{}", ends(public), short(digest))
}

/// Of a certificate.
pub fn certificate(certificate: &Certificate) -> String {
    let ends = ends(&certificate.public);
    let (name, expiry) = (name(&certificate.names), certificate.not_after.0);
    format!("{name}_{ends}_{expiry}_{}", short(&certificate.fingerprint))
}

/// Of a signing request.
pub fn request(request: &SigningRequest) -> String {
    let ends = ends(&request.public);
    format!("{}_{ends}_{}", name(&request.names), short(&request.fingerprint))
}

/// The point of a key on a curve, compressed: its first half, and whether the other one is odd.
pub fn compressed(point: &str) -> String {
    let numbers = point.get(2..).unwrap_or_default();
    let (x, y) = numbers.split_at_checked(numbers.len() / 2).unwrap_or_default();
    let odd = y.chars().last().and_then(|digit| digit.to_digit(16)).is_some_and(|it| it % 2 == 1);
    format!("{}{x}", if odd { "03" } else { "02" })
}

fn ends(public: &PublicKey) -> String {
    let number = match &public.numbers {
        PublicNumbers::Rsa { modulus, .. } => modulus.clone(),
        PublicNumbers::Ecdsa { point, .. } => compressed(point),
    };
    let first = number.get(..5).unwrap_or_default();
    let last = number.len().checked_sub(5).and_then(|from| number.get(from..));
    format!("{first}_{}", last.unwrap_or_default())
}

fn name(names: &[String]) -> String {
    let first = names.first().map_or("none", String::as_str);
    first.replace('*', "_wildcard_").replace(|c: char| !c.is_ascii_alphanumeric() && c != '-', "_")
}

fn short(digest: &str) -> &str {
    digest.get(..32).unwrap_or(digest)
}
