//! Folders that the web server serves, wherever in a home they are: its to read, and no other account's.

use std::path::Path;

use super::{draft::share, fault};
use crate::{
    Act, Answer, Gift, HomePath, Name, Refusal, Root,
    verbs::within::{self, home, is_there},
};

/// The mode of a new one.
const MODE: u32 = 0o750;

/// Makes one by its owner's own process, gives it the web server's group, and then shuts it for others. One
/// that is there is left as it is: its owner may have opened it on purpose, or have a link in its place.
pub(crate) fn make(root: &Root, user: &Name, place: &HomePath) -> Result<Answer, Refusal> {
    if is_there(root, user, place)? {
        return Ok(Answer::Within(Ok(Gift::Done)));
    }
    let made = within::act(root, user, &Act::MakeFolder(place.clone()))?;
    let (record, home) = home(root, user)?;
    match made {
        Answer::Within(Ok(_))
            if share(&home, Path::new(place.as_str()), record.uid).map_err(fault)? =>
        {
            within::act(root, user, &Act::SetMode { place: place.clone(), mode: MODE })
        }
        made => Ok(made),
    }
}
