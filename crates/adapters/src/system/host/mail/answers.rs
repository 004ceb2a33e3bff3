//! Answers that addresses give by themselves, as Exim looks them up: a text is a list of pieces, parted by
//! commas, each encoded or the name of a part of the message that is answered. (Exim would expand what it
//! puts into a text in another way.)

use api::{DomainName, EmailAddress, Result, records::Autoresponder};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::lookup::{Lookup, address, encoded};

/// What stands for a part of the message, and the name of that part.
const PARTS: [(&str, &str); 3] =
    [("%subject%", "@subject"), ("%from%", "@from"), ("%email%", "@email")];
/// The longest text of one encoded word of a header, in bytes (RFC 2047 allows 75 with all around it).
const WORD: usize = 42;

/// Writes what Exim must know of an answer. Its text is sent in UTF-8, whatever character set it was
/// written for.
pub(super) fn put(file: &mut Lookup, answer: &Autoresponder) -> Result<()> {
    let of = &answer.address;
    file.put_of("answer", of, pieces(&answer.body))?;
    let subject = answer.subject.replace(char::is_control, " ");
    file.put_of("answer-subject", of, pieces(&subject))?;
    file.put_of("answer-from", of, from(&answer.sender, of)?)?;
    let kind = if answer.is_html.0 { "text/html" } else { "text/plain" };
    file.put_of("answer-type", of, kind)?;
    if answer.hours > 0 {
        file.put_of("answer-hours", of, answer.hours.to_string())?;
        file.put_of("answer-once", of, memory(of, &answer.domain))?;
    }
    if let Some(start) = answer.start {
        file.put_of("answer-start", of, start.0.to_string())?;
    }
    if let Some(stop) = answer.stop {
        file.put_of("answer-stop", of, stop.0.to_string())?;
    }
    Ok(())
}

/// The file in which Exim notes whom it answered: one in the folder of the domain.
fn memory(address: &EmailAddress, domain: &DomainName) -> String {
    let digest = Sha256::digest(address.as_str().to_ascii_lowercase());
    format!("{domain}/{}", HEXLOWER.encode(digest.get(..16).unwrap_or_default()))
}

/// A text in pieces.
fn pieces(text: &str) -> String {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        let place = |part: &(&str, &'static str)| {
            let (before, after) = rest.split_once(part.0)?;
            Some((before, part.1, after))
        };
        let next = PARTS.iter().filter_map(place).min_by_key(|(before, ..)| before.len());
        let Some((before, part, after)) = next else { break };
        found.extend((!before.is_empty()).then(|| encoded(before)));
        found.push(part.to_owned());
        rest = after;
    }
    found.extend((!rest.is_empty()).then(|| encoded(rest)));
    found.join(",")
}

/// Who an answer says it is from: the name that was wished, and the address itself.
fn from(name: &str, of: &EmailAddress) -> Result<String> {
    let address = address(of)?;
    let name = name.trim();
    if name.is_empty() || name.contains('@') {
        return Ok(address);
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || c == ' ';
    if name.chars().all(plain) {
        return Ok(format!("{name} <{address}>"));
    }
    let mut words = vec![String::new()];
    for sign in name.chars() {
        if words.last().is_some_and(|word| word.len() + sign.len_utf8() > WORD) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(sign);
        }
    }
    let words: Vec<String> =
        words.iter().map(|word| format!("=?UTF-8?B?{}?=", STANDARD.encode(word))).collect();
    Ok(format!("{} <{address}>", words.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Puts pieces together as Exim does.
    fn told(pieces: &str) -> String {
        let piece = |piece: &str| match piece {
            "@subject" => "Hi".to_owned(),
            "@from" => "Bob".to_owned(),
            "@email" => "bob@b.test".to_owned(),
            text => String::from_utf8(STANDARD.decode(text).unwrap()).unwrap(),
        };
        pieces.split(',').filter(|one| !one.is_empty()).map(piece).collect()
    }

    #[test]
    fn parts_of_the_message_stand_where_the_text_names_them() {
        let text = "Dear %from%,\n%email% wrote “%subject%”: ${run{x}} 100% @subject, %subject";
        let whole = "Dear Bob,\nbob@b.test wrote “Hi”: ${run{x}} 100% @subject, %subject";
        assert_eq!(told(&pieces(text)), whole);
        assert_eq!(told(&pieces("")), "");
    }

    #[test]
    fn a_name_cannot_become_another_header_or_address() {
        let of = "info@a.test".parse().unwrap();
        assert_eq!(from("Amy A", &of).unwrap(), "Amy A <info@a.test>");
        assert_eq!(from("", &of).unwrap(), "info@a.test");
        assert_eq!(from("evil@b.test", &of).unwrap(), "info@a.test");
        let name =
            from("Ämy, \"x\" <y>\n${run{x}} and a name that goes on and on and on", &of).unwrap();
        assert!(name.ends_with(" <info@a.test>"));
        for word in name.trim_end_matches(" <info@a.test>").split(' ') {
            assert!(
                word.len() <= 75 && word.starts_with("=?UTF-8?B?") && word.ends_with("?="),
                "{word}"
            );
        }
    }
}
