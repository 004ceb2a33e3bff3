//! How the names of an account's folders of mail are kept.

use api::{
    Result, UserName,
    records::{Personal, Tx, is},
};

use crate::domain::change::Change;

const STORE: &str = "mail";
const NAME: &str = "utf8_mailbox_names";

/// Whether they are kept in UTF-8.
pub fn are_utf8(tx: &dyn Tx, account: &UserName) -> Result<bool> {
    let found: Option<Personal> = tx.find(&[account.into(), STORE.into(), NAME.into()])?;
    Ok(found.is_some())
}

/// Has them be kept in UTF-8, or not.
pub fn set_utf8(change: &mut Change<'_>, account: &UserName, enabled: bool) -> Result<()> {
    if !enabled {
        let key = [is("user_name", account), is("store", STORE), is("name", NAME)];
        return change.remove::<Personal>(&key).map(drop);
    }
    change.save(&Personal {
        user_name: account.clone(),
        store: STORE.to_owned(),
        name: NAME.to_owned(),
        value: "1".to_owned(),
    })
}
