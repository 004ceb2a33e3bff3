//! Folders of homes that services need.

use api::{Error, Result, UserName};
use root::{Act, Answer, Client, Verb};

use super::refused;
use crate::acts;

/// Makes a folder below a home, with those above it, as the account itself would.
pub(super) fn make(
    client: &Client,
    account: &UserName,
    folder: &str,
    service: &'static str,
) -> Result<()> {
    let place =
        folder.to_owned().try_into().map_err(|rule: String| Error::param("folder", rule))?;
    let verb = Verb::Within { user: refused::name(account.as_str())?, act: Act::MakeFolder(place) };
    match refused::call(client, &verb, service)? {
        Answer::Within(done) => done.map(drop).map_err(|fault| acts::fault(&fault)),
        _ => Err(refused::unfit()),
    }
}
