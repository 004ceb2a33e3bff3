//! Who is connected by FTP, as Pure-FTPd tells it, account by account.

use std::{collections::BTreeSet, fs, io};

use rustix::process::{Pid, Signal, kill_process};
use serde::{Deserialize, Serialize};

use crate::{
    Answer, Name, Refusal, Root, child, limits,
    services::{Command, pure_ftpd},
};

/// A connection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FtpConnection {
    /// The process that serves it.
    pub process: i32,
    /// The login.
    pub login: String,
    /// For how many seconds it has been there.
    pub seconds: u64,
    /// What it does: `IDLE`, `DL`, `UL`.
    pub state: String,
    /// The file that goes over it.
    pub file: String,
    /// From where.
    pub host: String,
}

/// The connections of an account.
pub(super) fn sessions(root: &Root, user: &Name) -> Result<Answer, Refusal> {
    of(root, user).map(Answer::FtpSessions)
}

/// Ends the connections of an account, or of one login of it.
pub(super) fn end(root: &Root, user: &Name, login: Option<&Name>) -> Result<Answer, Refusal> {
    let ends = |one: &FtpConnection| login.is_none_or(|login| login.as_str() == one.login);
    for session in of(root, user)?.iter().filter(|one| ends(one)) {
        let Some(process) = Pid::from_raw(session.process).filter(|process| serves(*process))
        else {
            continue;
        };
        match kill_process(process, Signal::TERM) {
            Ok(()) | Err(rustix::io::Errno::SRCH) => {}
            Err(cause) => return Err(Refusal::failed("a connection of FTP", cause)),
        }
    }
    Ok(Answer::Done)
}

fn of(root: &Root, user: &Name) -> Result<Vec<FtpConnection>, Refusal> {
    let logins = logins(root, user).map_err(|cause| Refusal::failed("the FTP logins", cause))?;
    let args = ["-s", "-n"].map(str::to_owned).to_vec();
    let command = Command { path: "/usr/sbin/pure-ftpwho", args, user: None };
    let ended = child::run(&command, limits::CHECK)?;
    if !ended.well() {
        return Err(Refusal::failed(command.path, ended.reason()));
    }
    let all = ended.said.lines().filter_map(connection);
    Ok(all.filter(|one| logins.contains(&one.login)).collect())
}

/// The names of an account's logins, its own first.
fn logins(root: &Root, user: &Name) -> io::Result<BTreeSet<String>> {
    let mut names = BTreeSet::from([user.to_string()]);
    for path in pure_ftpd::files(&root.layout, user) {
        match fs::read_to_string(path) {
            Ok(lines) => names.extend(pure_ftpd::names(&lines).map(str::to_owned)),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
            Err(cause) => return Err(cause),
        }
    }
    Ok(names)
}

/// A line of what `pure-ftpwho -s` says: `process|login|seconds|state|file|host|…`, with `\|` for a `|`
/// in a field.
fn connection(line: &str) -> Option<FtpConnection> {
    let mut fields = fields(line).into_iter();
    Some(FtpConnection {
        process: fields.next()?.trim().parse().ok()?,
        login: fields.next()?,
        seconds: fields.next()?.trim().parse().ok()?,
        state: fields.next()?.trim().to_owned(),
        file: fields.next()?,
        host: fields.next()?,
    })
}

fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut field, mut escaped) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '\\' if !escaped => escaped = true,
            '|' if !escaped => fields.push(std::mem::take(&mut field)),
            c => {
                if escaped && c != '|' {
                    field.push('\\');
                }
                field.push(c);
                escaped = false;
            }
        }
    }
    fields.push(field);
    fields
}

/// Whether a process is one of Pure-FTPd's: by now its id might be another's. What its program is may be
/// read by those alone who may trace it; its name, by all.
fn serves(process: Pid) -> bool {
    let path = format!("/proc/{}/comm", process.as_raw_nonzero());
    fs::read_to_string(path).is_ok_and(|name| name.trim_end() == "pure-ftpd")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_whatever_is_in_the_name_of_the_file() {
        let line = r"4711|info@a.test|12|UL|a\|b\x.zip|192.0.2.7|203.0.113.1|21|10|20|50|9";
        let read = connection(line).unwrap();
        assert_eq!((read.process, read.login.as_str(), read.seconds), (4711, "info@a.test", 12));
        assert_eq!((read.state.as_str(), read.file.as_str()), ("UL", r"a|b\x.zip"));
        assert_eq!(read.host, "192.0.2.7");
        assert_eq!(connection(""), None);
    }
}
