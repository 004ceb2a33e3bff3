//! Folders that the web server serves, wherever in a home they are: its to read, and no other account's.

use std::path::Path;

use super::{
    draft::{share, web_group},
    fault,
};
use crate::{
    Act, Answer, Gift, HomePath, Name, Refusal, Root,
    verbs::within::{self, home},
};

/// The mode of a new one.
const MODE: u32 = 0o750;

/// Makes one by its owner's own process, and gives it the web server's group. One that is there is left
/// as it is: its owner may have opened it on purpose.
pub(crate) fn make(root: &Root, user: &Name, place: &HomePath) -> Result<Answer, Refusal> {
    let act = |act: Act| match within::act(root, user, &act)? {
        Answer::Within(gift) => Ok(gift),
        _ => Err(Refusal::failed("the home's process", "it gave something else")),
    };
    if act(Act::HasFolder(place.clone()))? == Ok(Gift::Flag(true)) {
        return Ok(Answer::Within(Ok(Gift::Done)));
    }
    let steps = [Act::MakeFolder(place.clone()), Act::SetMode { place: place.clone(), mode: MODE }];
    // Without the server's group it must stay everybody's to read.
    let steps = steps.into_iter().take(if web_group().is_some() { 2 } else { 1 });
    for step in steps {
        if let Err(fault) = act(step)? {
            return Ok(Answer::Within(Err(fault)));
        }
    }
    let (record, home) = home(root, user)?;
    share(&home, Path::new(place.as_str()), record.uid).map_err(fault)?;
    Ok(Answer::Within(Ok(Gift::Done)))
}
