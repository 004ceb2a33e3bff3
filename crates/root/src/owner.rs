//! The ids behind the names of the machine's own users and groups, as `/etc/passwd` and `/etc/group`
//! say them: the users of services are there, on every machine, whatever the name service is.

use std::{fs, io};

use rustix::fs::{Gid, Uid};

/// Who owns a file or a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Owner {
    pub(crate) uid: Uid,
    pub(crate) gid: Gid,
}

impl Owner {
    /// Root and its group.
    pub(crate) const ROOT: Self = Self { uid: Uid::ROOT, gid: Gid::ROOT };

    /// The owner of those names.
    pub(crate) fn named((user, group): (&str, &str)) -> io::Result<Self> {
        if (user, group) == ("root", "root") {
            return Ok(Self::ROOT);
        }
        let gid = Gid::from_raw(id(GIDS, group)?);
        Ok(Self { uid: Uid::from_raw(id(UIDS, user)?), gid })
    }

    /// A user and its own group.
    pub(crate) fn user(user: &str) -> io::Result<Self> {
        let gid = Gid::from_raw(id(PRIMARY_GIDS, user)?);
        Ok(Self { uid: Uid::from_raw(id(UIDS, user)?), gid })
    }
}

/// A file of names, and which of its fields is the id.
const UIDS: (&str, usize) = ("/etc/passwd", 2);
const PRIMARY_GIDS: (&str, usize) = ("/etc/passwd", 3);
const GIDS: (&str, usize) = ("/etc/group", 2);

/// The id in the line of that name.
fn id((file, field): (&str, usize), name: &str) -> io::Result<u32> {
    let lines = fs::read_to_string(file)?;
    let mut lines = lines.lines().map(|line| line.split(':'));
    let line = lines.find(|line| line.clone().next() == Some(name));
    let id = line.and_then(|mut line| line.nth(field)?.parse().ok());
    id.ok_or_else(|| io::Error::other(format!("{file} has no {name}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn users_and_groups_have_the_ids_of_debian() {
        let owner = Owner::named(("www-data", "www-data")).unwrap();
        assert_eq!((owner.uid.as_raw(), owner.gid.as_raw()), (33, 33));
        assert_eq!(Owner::named(("root", "root")).unwrap(), Owner::ROOT);
    }

    #[test]
    fn a_user_has_the_group_that_its_line_says() {
        let nobody = Owner::user("nobody").unwrap();
        assert_eq!(nobody, Owner::named(("nobody", "nogroup")).unwrap());
    }

    #[test]
    fn a_name_that_is_not_there_is_said() {
        let error = Owner::named(("no-such-user", "root")).unwrap_err().to_string();
        assert_eq!(error, "/etc/passwd has no no-such-user");
    }
}
