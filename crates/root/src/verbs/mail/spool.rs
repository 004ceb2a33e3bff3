//! Exim's queue, read where it lies: `input/X/ID-H` has what is known of a message and its headers,
//! `ID-D` its text, `ID-J` who got it in a delivery that is not over. (The format is chapter 57 of Exim's
//! specification.)

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{Layout, Refusal, WaitingMail, services::exim};

/// A message in the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Queued {
    pub(super) id: String,
    /// The account that sent it; empty where none did.
    pub(super) account: String,
    /// The login that sent it; empty where none did.
    pub(super) login: String,
    pub(super) sender: String,
    /// Who has not got it yet.
    pub(super) recipients: Vec<String>,
    pub(super) bytes: u64,
    pub(super) at: i64,
    pub(super) frozen: bool,
}

impl Queued {
    /// It, once for each who has not got it.
    pub(super) fn waiting(&self) -> Vec<WaitingMail> {
        let one = |recipient: &String| WaitingMail {
            id: self.id.clone(),
            sender: self.sender.clone(),
            recipient: recipient.clone(),
            bytes: self.bytes,
            at: self.at,
            // A report that came to nothing is frozen too, and no sender's.
            held: self.frozen && !self.sender.is_empty(),
        };
        self.recipients.iter().map(one).collect()
    }
}

/// All messages of the queue, but for those that are just coming or going.
pub(super) fn messages(layout: &Layout) -> Result<Vec<Queued>, Refusal> {
    let [_, state, ..] = exim::folders(layout);
    let failed = |cause: io::Error| Refusal::failed("Exim's queue could not be read", cause);
    let mut found = Vec::new();
    let mut folders = vec![state.join("spool").join("input")];
    while let Some(folder) = folders.pop() {
        for entry in entries(&folder).map_err(failed)? {
            let name = entry.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if name.len() == 1 {
                folders.push(entry);
            } else if let Some(id) = name.strip_suffix("-H") {
                found.extend(read(&folder, id));
            }
        }
    }
    Ok(found)
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    match fs::read_dir(folder) {
        Ok(entries) => entries.map(|entry| Ok(entry?.path())).collect(),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(cause) => Err(cause),
    }
}

/// One message; none where it has left meanwhile.
fn read(folder: &Path, id: &str) -> Option<Queued> {
    let header = fs::read(folder.join(format!("{id}-H"))).ok()?;
    let mut message = parse(id, &String::from_utf8_lossy(&header))?;
    if let Ok(gone) = fs::read_to_string(folder.join(format!("{id}-J"))) {
        message.recipients.retain(|one| !gone.lines().any(|line| line == one));
    }
    let text = fs::metadata(folder.join(format!("{id}-D"))).map_or(0, |file| file.len());
    // Its first line is its own name.
    let name = u64::try_from(id.len()).unwrap_or_default() + 3;
    message.bytes += text.saturating_sub(name);
    Some(message)
}

fn parse(id: &str, text: &str) -> Option<Queued> {
    let mut lines = text.split('\n');
    lines.next()?;
    lines.next()?;
    let sender = lines.next()?.trim_start_matches('<').trim_end_matches('>').to_owned();
    let at = lines.next()?.split(' ').next()?.parse().ok()?;
    let mut message = Queued {
        id: id.to_owned(),
        account: String::new(),
        login: String::new(),
        sender,
        recipients: Vec::new(),
        bytes: 0,
        at,
        frozen: false,
    };
    let mut line = lines.next()?;
    while let Some(named) = line.strip_prefix('-') {
        // A second hyphen marks what came from outside.
        let (name, value) = named.trim_start_matches('-').split_once(' ').unwrap_or((named, ""));
        match name {
            "frozen" => message.frozen = true,
            "auth_id" => value.clone_into(&mut message.login),
            "aclm" | "aclc" => {
                let is = variable(value, &mut lines)?;
                if value.starts_with("_account ") {
                    message.account = is;
                }
            }
            _ => {}
        }
        line = lines.next()?;
    }
    let mut gone = Vec::new();
    while line.parse::<u32>().is_err() {
        gone.extend(line.split_once(' ').map(|(_, address)| address));
        line = lines.next()?;
    }
    let count = line.parse().ok()?;
    let all = lines.by_ref().take(count).map(recipient);
    message.recipients = all.filter(|one| !gone.contains(one)).map(str::to_owned).collect();
    message.bytes = headers(lines.skip(1));
    Some(message)
}

/// The value of a variable, which may have several lines: its length is said.
fn variable(said: &str, lines: &mut std::str::Split<'_, char>) -> Option<String> {
    let length: usize = said.rsplit(' ').next()?.parse().ok()?;
    let mut value = lines.next()?.to_owned();
    while value.len() < length {
        value.push('\n');
        value.push_str(lines.next()?);
    }
    Some(value)
}

/// A recipient's line may tell more after the address.
fn recipient(line: &str) -> &str {
    match line.rsplit_once(' ') {
        Some((address, rest)) if rest.contains(',') && !rest.contains('@') => {
            address.split(' ').next().unwrap_or(address)
        }
        _ => line,
    }
}

/// The length of the headers: each begins with its own, and those that are gone have a `*`.
fn headers(lines: std::iter::Skip<std::str::Split<'_, char>>) -> u64 {
    let length = |line: &str| {
        let (digits, rest) = line.split_at_checked(line.find(|c: char| !c.is_ascii_digit())?)?;
        let kept = digits.len() >= 3 && !rest.starts_with('*') && rest.get(1..2) == Some(" ");
        if kept { digits.parse::<u64>().ok() } else { None }
    };
    lines.filter_map(length).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGE: &str = "1xWO2k-0000iu-1R-H\nroot 0 0\n<x@b.test>\n1795655578 0\n\
        -received_time_usec .446984\n--ident bob\n-received_protocol local\n-aclm _account 3\nbob\n\
        -aclm _note 9\nfrozen\n-x\n--auth_id x@b.test\n-frozen 1795655578\nYN a@c.test\nNN b@c.test\n\
        3\na@c.test\nx@example.test\nb@c.test\n\n\
        020F From: x@b.test\n\twww\n010* Gone: yes\n005  A: b\n";

    #[test]
    fn a_message_is_read_as_it_was_written() {
        let message = parse("1xWO2k-0000iu-1R", MESSAGE).unwrap();
        assert_eq!((message.account.as_str(), message.login.as_str()), ("bob", "x@b.test"));
        assert_eq!((message.sender.as_str(), message.at), ("x@b.test", 1_795_655_578));
        assert_eq!(message.recipients, ["x@example.test"], "the others have got it");
        assert_eq!((message.bytes, message.frozen), (25, true));
        assert!(message.waiting()[0].held);
    }

    #[test]
    fn a_report_is_nobodys_and_not_held() {
        let text = "ID-H\nDebian-exim 104 112\n<>\n17 0\n-frozen 17\nXX\n1\na@b.test\n\n";
        let message = parse("ID", text).unwrap();
        assert_eq!((message.sender.as_str(), message.waiting()[0].held), ("", false));
    }

    #[test]
    fn a_file_that_is_cut_off_is_no_message() {
        for end in 0..MESSAGE.find("\n\n").unwrap() {
            if let Some(cut) = MESSAGE.get(..end) {
                assert!(parse("ID", cut).is_none_or(|one| one.recipients.len() < 3), "{end}");
            }
        }
    }
}
