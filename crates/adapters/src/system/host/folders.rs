//! Folders of homes that services need.

use api::{Error, Kind, Result, UserName};
use root::{Act, Answer, Client, HomePath, Verb};

use super::refused::{call, name, unfit};
use crate::acts;

/// Makes a folder below a home, with those above it, as the account itself would.
pub(super) fn make(
    client: &Client,
    account: &UserName,
    folder: &str,
    service: &'static str,
) -> Result<()> {
    let (user, place) = (name(account.as_str())?, place(folder)?);
    run(client, &Verb::Within { user, act: Act::MakeFolder(place) }, service)
}

/// The same of one that the web server serves, and that no other account may look into.
pub(super) fn make_site(
    client: &Client,
    account: &UserName,
    folder: &str,
    service: &'static str,
) -> Result<()> {
    let (user, place) = (name(account.as_str())?, place(folder)?);
    run(client, &Verb::MakeSite { user, place }, service)
}

fn place(folder: &str) -> Result<HomePath> {
    HomePath::try_from(folder.trim_matches('/'))
        .map_err(|rule| Error::new(Kind::BadParam, format!("“{folder}” {rule}.")))
}

fn run(client: &Client, verb: &Verb, service: &'static str) -> Result<()> {
    match call(client, verb, service)? {
        Answer::Within(gift) => gift.map(drop).map_err(|fault| acts::fault(&fault)),
        _ => Err(unfit()),
    }
}
