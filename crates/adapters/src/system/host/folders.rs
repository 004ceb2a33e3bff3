//! Folders of homes that services need.

use api::{Result, UserName};
use root::Client;

/// Makes a folder below a home, with those above it, as the account itself would.
pub(super) fn make(
    _client: &Client,
    _account: &UserName,
    _folder: &str,
    _service: &'static str,
) -> Result<()> {
    Ok(())
}
