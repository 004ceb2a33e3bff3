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
    let place = HomePath::try_from(folder.trim_matches('/'))
        .map_err(|rule| Error::new(Kind::BadParam, format!("“{folder}” {rule}.")))?;
    let act = Act::MakeFolder(place);
    match call(client, &Verb::Within { user: name(account.as_str())?, act }, service)? {
        Answer::Within(gift) => gift.map(drop).map_err(|fault| acts::fault(&fault)),
        _ => Err(unfit()),
    }
}
