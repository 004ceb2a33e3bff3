//! Users of accounts, with their homes: the privileged process keeps them in a name-service source of
//! their own.

use std::sync::Arc;

use api::{
    Account, Error, Kind, Result, UserName,
    ports::{HomePath, OsLogin, OsUsers, Usage},
    records::AccountRecord,
};
use root::{Act, Answer, Client, Gift, User, Verb};

use super::refused::{self, unfit};
use crate::acts;

/// What errors name.
pub(super) const WHAT: &str = "machine's user";

/// How many users are made by one verb.
const AT_ONCE: usize = 1_000;

/// The machine's users.
pub struct UserRecords {
    root: Arc<Client>,
}

impl UserRecords {
    /// Users that the privileged process keeps.
    pub fn new(root: Arc<Client>) -> Self {
        Self { root }
    }

    fn call(&self, verb: &Verb) -> Result<Answer> {
        refused::call(&self.root, verb, WHAT)
    }

    fn done(&self, verb: &Verb) -> Result<()> {
        match self.call(verb)? {
            Answer::Done => Ok(()),
            _ => Err(unfit()),
        }
    }

    fn names(&self, verb: &Verb) -> Result<Vec<UserName>> {
        match self.call(verb)? {
            // What can be no account's name is not of our making.
            Answer::Names(names) => {
                Ok(names.iter().filter_map(|name| name.as_str().parse().ok()).collect())
            }
            _ => Err(unfit()),
        }
    }

    fn within(&self, verb: &Verb) -> Result<Gift> {
        match self.call(verb)? {
            Answer::Within(gift) => gift.map_err(|fault| acts::fault(&fault)),
            _ => Err(unfit()),
        }
    }

    /// Asks a yes-or-no question of a home; who has none has nothing in it.
    fn has(&self, account: &Account, act: Act) -> Result<bool> {
        match self.within(&Verb::Within { user: refused::name(account.name().as_str())?, act }) {
            Ok(Gift::Flag(flag)) => Ok(flag),
            Ok(_) => Err(unfit()),
            Err(error) if error.kind() == Kind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}

impl OsUsers for UserRecords {
    fn apply(&self, account: &Account, login: &OsLogin) -> Result<()> {
        self.done(&Verb::PutUsers(vec![user(account.record(), login)?]))
    }

    fn apply_all(&self, users: &[(Account, OsLogin)]) -> Result<()> {
        users.chunks(AT_ONCE).try_for_each(|users| {
            let users = users.iter().map(|(account, login)| user(account.record(), login));
            self.done(&Verb::PutUsers(users.collect::<Result<_>>()?))
        })
    }

    fn expire(&self, users: &[(UserName, bool)]) -> Result<()> {
        let users =
            users.iter().map(|(user, expired)| Ok((refused::name(user.as_str())?, *expired)));
        self.done(&Verb::ExpireUsers(users.collect::<Result<_>>()?))
    }

    fn withdraw(&self, user: &UserName) -> Result<()> {
        self.done(&Verb::RemoveUser(refused::name(user.as_str())?))
    }

    fn usage(&self, account: &Account) -> Result<Usage> {
        match self.within(&Verb::MeasureUser(refused::name(account.name().as_str())?)) {
            Ok(gift) => acts::measured(gift),
            Err(error) if error.kind() == Kind::NotFound => Ok(Usage::default()),
            Err(error) => Err(error),
        }
    }

    fn has_file(&self, account: &Account, path: &str) -> Result<bool> {
        let Some(place) = place(path) else { return Ok(false) };
        self.has(account, Act::HasFile(place))
    }

    fn has_folder(&self, account: &Account, path: &str) -> Result<bool> {
        let Some(place) = place(path) else { return Ok(false) };
        self.has(account, Act::HasFolder(place))
    }

    fn copy_folder(&self, from: (&Account, &str), to: (&Account, &str)) -> Result<()> {
        let end = |(account, path): (&Account, &str)| {
            let place = place(path).ok_or_else(|| {
                Error::new(Kind::BadParam, format!("“{path}” is no folder of a home."))
            });
            Ok::<_, Error>((refused::name(account.name().as_str())?, place?))
        };
        self.within(&Verb::CopyBetween { from: end(from)?, to: end(to)? }).map(drop)
    }

    fn quotas_enabled(&self) -> Result<bool> {
        match self.call(&Verb::LimitsUsers)? {
            Answer::Flag(flag) => Ok(flag),
            _ => Err(unfit()),
        }
    }

    fn list(&self) -> Result<Vec<UserName>> {
        self.names(&Verb::ListUsers)
    }

    fn halves(&self) -> Result<Vec<UserName>> {
        self.names(&Verb::HalfUsers)
    }
}

/// An account's user as the machine should have it.
fn user(account: &AccountRecord, login: &OsLogin) -> Result<User> {
    Ok(User {
        name: refused::name(account.name.as_str())?,
        formerly: account.formerly.as_ref().map(|name| refused::name(name.as_str())).transpose()?,
        uid: account.uid,
        gid: account.gid,
        shell: account.shell.clone(),
        password: login.password.clone(),
        locked: login.locked,
        expired: login.expired,
        disk: account.quota.0,
        inodes: account.max_inodes.0,
    })
}

/// A path below a home, as callers of this port write it.
fn place(path: &str) -> Option<root::HomePath> {
    let path = HomePath::beneath("/", path).ok()?;
    acts::place(&path).ok()
}
