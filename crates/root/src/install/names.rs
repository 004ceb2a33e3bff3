//! The name service, which must ask for the accounts' users too.

use std::{fs, io, path::Path};

use crate::{
    owner::Owner,
    place::{Access, Place},
};

/// The databases that must be asked, and the source that has the accounts' users.
const DATABASES: [&str; 3] = ["passwd", "group", "shadow"];
const SOURCE: &str = "systemd";
const FILE: &str = "/etc/nsswitch.conf";

/// Whether each of them is asked.
pub(super) fn are_asked() -> io::Result<bool> {
    let text = fs::read_to_string(FILE)?;
    Ok(with_source(&text) == text)
}

/// Has each of them asked.
pub(super) fn ask() -> io::Result<()> {
    let text = fs::read_to_string(FILE)?;
    let wanted = with_source(&text);
    if wanted == text {
        return Ok(());
    }
    let place = Place::open(Path::new("/etc"))?;
    place.write("nsswitch.conf", wanted.as_bytes(), Access { mode: 0o644, owner: Owner::ROOT })
}

/// The file's text with the source in the line of each database; a line is added where there is none.
fn with_source(text: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for database in DATABASES {
        let line = lines.iter_mut().find(|line| {
            line.trim_start().strip_prefix(database).is_some_and(|rest| rest.starts_with(':'))
        });
        match line {
            Some(line) if line.split_whitespace().any(|word| word == SOURCE) => {}
            Some(line) => *line = format!("{} {SOURCE}", line.trim_end()),
            None => lines.push(format!("{database}: files {SOURCE}")),
        }
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_source_is_added_once_where_it_is_missing() {
        let text = "# comment\npasswd:         files\ngroup: files systemd\nhosts: files dns\n";
        let wanted = "# comment\npasswd:         files systemd\ngroup: files systemd\n\
                      hosts: files dns\nshadow: files systemd\n";
        assert_eq!(with_source(text), wanted);
        assert_eq!(with_source(wanted), wanted);
    }
}
