//! What keys, requests and certificates have in common as stored things: an id, a name that people
//! gave them, an account.

use api::{
    Error, Input, Kind, Result, UserName,
    records::{Record, TlsCertificate, TlsKey, TlsRequest, Tx, is},
};

use super::names::check_friendly;
use crate::domain::change::Change;

/// The most things of one kind that an account may keep.
const MOST: u64 = 500;

/// A stored thing.
pub trait Item: Record {
    /// What people call it.
    const WHAT: &'static str;
    /// Its account.
    fn account(&self) -> &UserName;
    /// Its id.
    fn id(&self) -> &str;
    /// The name that people gave it.
    fn friendly_name(&mut self) -> &mut String;
}

macro_rules! item {
    ($ty:ty, $what:literal) => {
        impl Item for $ty {
            const WHAT: &'static str = $what;
            fn account(&self) -> &UserName {
                &self.account
            }
            fn id(&self) -> &str {
                &self.id
            }
            fn friendly_name(&mut self) -> &mut String {
                &mut self.friendly_name
            }
        }
    };
}
item!(TlsKey, "private key");
item!(TlsCertificate, "certificate");
item!(TlsRequest, "certificate signing request");

/// Which stored thing is meant.
#[derive(Debug, Clone, Input)]
pub struct Which {
    /// Its id. This or `friendly_name`.
    pub id: Option<String>,
    /// The name that people gave it. This or `id`.
    pub friendly_name: Option<String>,
}

impl Which {
    /// The one of that id.
    pub fn id(id: impl Into<String>) -> Self {
        Self { id: Some(id.into()), friendly_name: None }
    }

    /// Finds it among the account's.
    pub fn find<T: Item>(&self, tx: &dyn Tx, account: &UserName) -> Result<T> {
        let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let (param, found): (_, Option<T>) = match (given(&self.id), given(&self.friendly_name)) {
            (Some(id), _) => ("id", tx.find(&[account.into(), id.as_str().into()])?),
            (None, Some(name)) => {
                let name = is("friendly_name", name.as_str());
                ("friendly_name", tx.first(vec![is("account", account), name])?)
            }
            (None, None) => return Err(Error::param("id", "give it, or friendly_name.")),
        };
        found.ok_or_else(|| {
            Error::not_found(format!("{param}: the account has no such {}.", T::WHAT))
        })
    }
}

/// All things of that kind that the account keeps, by their ids.
pub fn all<T: Item>(tx: &dyn Tx, account: &UserName) -> Result<Vec<T>> {
    tx.matching(vec![is("account", account)])
}

/// Adds a thing. A name that was asked for must be free; without one it is named `otherwise`, or
/// like it.
pub fn add<T: Item>(
    change: &mut Change<'_>,
    mut item: T,
    friendly_name: Option<&str>,
    otherwise: &str,
) -> Result<T> {
    let (tx, account) = (change.tx(), item.account().clone());
    if tx.count::<T>(&[is("account", &account)])? >= MOST {
        return Err(Error::denied(format!("An account may keep at most {MOST} of each kind.")));
    }
    if tx.find::<T>(&item.key_cells())?.is_some() {
        let problem = format!("{}: the account has this {} already.", item.id(), T::WHAT);
        return Err(Error::new(Kind::Exists, problem));
    }
    *item.friendly_name() = match friendly_name.filter(|name| !name.is_empty()) {
        Some(name) => {
            check_free::<T>(tx, &account, "friendly_name", name)?;
            name.to_owned()
        }
        None => free::<T>(tx, &account, otherwise)?,
    };
    change.insert(&item)?;
    Ok(item)
}

/// Gives a thing another name.
pub fn rename<T: Item>(
    change: &mut Change<'_>,
    account: &UserName,
    which: &Which,
    new: &str,
) -> Result<()> {
    let mut item: T = which.find(change.tx(), account)?;
    if *item.friendly_name() == new {
        return Ok(());
    }
    check_free::<T>(change.tx(), account, "new_friendly_name", new)?;
    new.clone_into(item.friendly_name());
    change.save(&item)
}

/// Removes a thing; gives it.
pub fn remove<T: Item>(change: &mut Change<'_>, account: &UserName, which: &Which) -> Result<T> {
    let item: T = which.find(change.tx(), account)?;
    change.remove::<T>(&[is("account", account), is("id", item.id())])?;
    Ok(item)
}

fn check_free<T: Item>(tx: &dyn Tx, account: &UserName, param: &str, name: &str) -> Result<()> {
    check_friendly(param, name)?;
    if is_taken::<T>(tx, account, name)? {
        let problem = format!("{param}: the account has another {} of that name.", T::WHAT);
        return Err(Error::new(Kind::Exists, problem));
    }
    Ok(())
}

/// The wanted name, or the first like it that is free.
fn free<T: Item>(tx: &dyn Tx, account: &UserName, wanted: &str) -> Result<String> {
    let wanted: String = wanted.chars().take(100).collect();
    for number in 1..=MOST + 1 {
        let name = if number == 1 { wanted.clone() } else { format!("{wanted} ({number})") };
        if !is_taken::<T>(tx, account, &name)? {
            return Ok(name);
        }
    }
    Err(Error::internal("more names are taken than there may be things"))
}

fn is_taken<T: Item>(tx: &dyn Tx, account: &UserName, name: &str) -> Result<bool> {
    Ok(tx.count::<T>(&[is("account", account), is("friendly_name", name)])? > 0)
}
