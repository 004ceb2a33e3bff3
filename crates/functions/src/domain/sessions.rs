//! Sessions: made here, ended here.

use api::{
    Result, UserName,
    records::{SessionRecord, is},
};

use super::change::Change;

/// Ends all sessions of a user, one-time URLs among them.
pub fn end_all(change: &mut Change<'_>, user: &UserName) -> Result<()> {
    change.remove::<SessionRecord>(&[is("user_name", user)])?;
    Ok(())
}

/// Ends all sessions of a user but the one named, which goes on with the new credentials.
pub fn end_all_but(
    change: &mut Change<'_>,
    user: &UserName,
    keep: Option<&str>,
    generation: u64,
) -> Result<()> {
    let sessions: Vec<SessionRecord> = change.tx().matching(vec![is("user_name", user)])?;
    for mut session in sessions {
        if keep == Some(session.digest.as_str()) {
            session.generation = generation;
            change.save(&session)?;
        } else {
            change.remove::<SessionRecord>(&[is("digest", &session.digest)])?;
        }
    }
    Ok(())
}
