//! The signature of a message (DKIM, RFC 6376), checked by other code than that which made it.

use data_encoding::{BASE64, Specification};
use sha2::{Digest as _, Sha256};

/// Checks that the message has a signature of that domain's that the key fits, headers and body.
pub(super) fn check(message: &str, domain: &str, public: &[u8]) {
    let (headers, body) = message.split_once("\r\n\r\n").unwrap();
    let headers = fields(headers);
    let (_, signature) = headers.iter().find(|(name, _)| name == "dkim-signature").unwrap();
    let tag = |name: &str| -> String {
        let found = signature
            .split(';')
            .find_map(|tag| tag.trim().strip_prefix(&format!("{name}=")).map(str::to_owned));
        found.unwrap().split_whitespace().collect()
    };
    assert_eq!((tag("d").as_str(), tag("s").as_str()), (domain, "default"));
    assert_eq!((tag("a").as_str(), tag("c").as_str()), ("rsa-sha256", "relaxed/relaxed"));
    assert_eq!(tag("bh"), BASE64.encode(&Sha256::digest(relaxed_body(body))), "the body's digest");
    let mut signed = Vec::new();
    let mut left = headers.clone();
    for name in tag("h").split(':').map(str::to_ascii_lowercase) {
        // The last of a name is signed first; one that is not there is signed as not being there.
        if let Some(place) = left.iter().rposition(|(one, _)| *one == name) {
            let (name, value) = left.remove(place);
            signed.push(format!("{name}:{}\r\n", relaxed(&value)));
        }
    }
    let bare = relaxed(signature);
    let (before, value) = bare.rsplit_once("b=").unwrap();
    let after = value.split_once(';').map_or("", |(_, after)| after);
    let end = if value.contains(';') { ";" } else { "" };
    signed.push(format!("dkim-signature:{before}b={end}{after}"));
    let signed = signed.concat();
    let mut lenient: Specification = BASE64.specification();
    lenient.ignore.push_str(" \t\r\n");
    let value = lenient.encoding().unwrap().decode(tag("b").as_bytes()).unwrap();
    let key = ring::signature::UnparsedPublicKey::new(
        &ring::signature::RSA_PKCS1_2048_8192_SHA256,
        public,
    );
    assert!(key.verify(signed.as_bytes(), &value).is_ok(), "the signature is the key's");
}

/// The headers, in order: names in lower case, values with their folds.
fn fields(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.split("\r\n") {
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = found.last_mut() {
                value.push_str("\r\n");
                value.push_str(line);
            }
        } else if let Some((name, value)) = line.split_once(':') {
            found.push((name.trim().to_ascii_lowercase(), value.to_owned()));
        }
    }
    found
}

fn relaxed(value: &str) -> String {
    let value = value.replace("\r\n", "").replace('\t', " ");
    value.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn relaxed_body(body: &str) -> String {
    let line = |line: &str| {
        let line = line.replace('\t', " ");
        let (mut text, mut space) = (String::new(), false);
        for sign in line.chars() {
            if sign == ' ' {
                space = true;
                continue;
            }
            if std::mem::take(&mut space) {
                text.push(' ');
            }
            text.push(sign);
        }
        text
    };
    let mut lines: Vec<String> = body.split("\r\n").map(line).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.push(String::new());
    lines.join("\r\n")
}
