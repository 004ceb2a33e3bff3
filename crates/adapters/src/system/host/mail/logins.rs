//! Accounts' own mailboxes: whoever is a user of the machine reads its mail with the same password, which
//! Dovecot looks up in a file of the account. So what is done to a user is done to that file too.

use std::sync::Arc;

use api::{
    Account, Result, UserName,
    ports::{OsLogin, OsUsers, Usage},
};
use root::{Change, Client, Kind, Layout, MailAct, Verb};

use super::{file, publish, users};

/// Users of the machine, and with each the login of its own mailbox.
pub struct MailLogins {
    users: Arc<dyn OsUsers>,
    root: Arc<Client>,
    layout: Arc<Layout>,
}

impl MailLogins {
    /// The same users, with mailboxes of their own.
    pub fn new(users: Arc<dyn OsUsers>, root: Arc<Client>, layout: Arc<Layout>) -> Self {
        Self { users, root, layout }
    }

    fn login(&self, account: &Account, login: &OsLogin) -> Result<Vec<Change>> {
        let content = users::render_login(account, login, &self.layout.homes)?;
        let mut changes = vec![file(Kind::MailLogin, account.name().as_str(), Some(content))?];
        if let Some(former) = &account.record().formerly {
            changes.extend(gone(former)?);
        }
        Ok(changes)
    }
}

impl OsUsers for MailLogins {
    fn apply(&self, account: &Account, login: &OsLogin) -> Result<()> {
        self.users.apply(account, login)?;
        publish(&self.root, self.login(account, login)?)
    }

    fn apply_all(&self, users: &[(Account, OsLogin)]) -> Result<()> {
        self.users.apply_all(users)?;
        let mut changes = Vec::new();
        for (account, login) in users {
            changes.extend(self.login(account, login)?);
        }
        publish(&self.root, changes)
    }

    fn expire(&self, users: &[(UserName, bool)]) -> Result<()> {
        self.users.expire(users)
    }

    fn withdraw(&self, name: &UserName) -> Result<()> {
        publish(&self.root, gone(name)?)?;
        let account = super::name(name.as_str())?;
        super::call(&self.root, &Verb::Mail(MailAct::ForgetAccount(account)))?;
        self.users.withdraw(name)
    }

    fn usage(&self, account: &Account) -> Result<Usage> {
        self.users.usage(account)
    }

    fn has_file(&self, account: &Account, path: &str) -> Result<bool> {
        self.users.has_file(account, path)
    }

    fn has_folder(&self, account: &Account, path: &str) -> Result<bool> {
        self.users.has_folder(account, path)
    }

    fn copy_folder(&self, from: (&Account, &str), to: (&Account, &str)) -> Result<()> {
        self.users.copy_folder(from, to)
    }

    fn quotas_enabled(&self) -> Result<bool> {
        self.users.quotas_enabled()
    }

    fn list(&self) -> Result<Vec<UserName>> {
        self.users.list()
    }

    fn halves(&self) -> Result<Vec<UserName>> {
        self.users.halves()
    }
}

/// No files of an account.
fn gone(name: &UserName) -> Result<Vec<Change>> {
    [Kind::MailLogin, Kind::MailSender]
        .iter()
        .map(|kind| file(*kind, name.as_str(), None))
        .collect()
}
