//! The own FTP logins of users, kept with the users: Pure-FTPd asks no name service, which would tell it
//! nothing of a password that has to be changed first.

use crate::{
    Change, FtpLogin, FtpLogins, Kind, Managed, Name, Refusal, Root, Service, verbs::publish,
};

/// A user's own login: its name, and its password as crypt(3) writes it; none where it may not log in.
pub(super) type OwnLogin = (Name, Option<String>);

/// Whether a password that has to be changed first keeps its user out.
pub(super) fn is_kept_out(root: &Root, expired: bool) -> bool {
    expired && root.layout.forced_change_blocks_services
}

/// Makes own logins so, where the machine has an FTP server.
pub(super) fn put(root: &Root, logins: Vec<OwnLogin>) -> Result<(), Refusal> {
    let changes = changes(root, logins)?;
    if changes.is_empty() { Ok(()) } else { publish::publish(root, changes).map(drop) }
}

/// The files that have own logins so; none where the machine has no FTP server.
pub(super) fn changes(root: &Root, logins: Vec<OwnLogin>) -> Result<Vec<Change>, Refusal> {
    if !root.layout.config.join(Service::PureFtpd.name()).is_dir() {
        return Ok(Vec::new());
    }
    let changes = logins.into_iter().map(|(name, password)| {
        let own = password.map(|password| FtpLogin {
            login: name.to_string(),
            password,
            folder: String::new(),
            quota: None,
        });
        let content = own.map(|login| FtpLogins { logins: vec![login] }.write()).transpose();
        let content = content.map_err(|cause| Refusal::failed("an FTP login", cause))?;
        Ok(Change { file: Managed { kind: Kind::FtpOwner, name }, content })
    });
    changes.collect()
}
