//! `rebuildinstalledssldb`

use api::{Cx, Effect, Function, Input, Needs, Result};

/// Does nothing, and says so: what sites use is a part of the store, and needs no rebuilding.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct Rebuildinstalledssldb;

impl Function for Rebuildinstalledssldb {
    const NAME: &'static str = "rebuildinstalledssldb";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        cx.warn("There is no database of installed certificates to rebuild: nothing was done.");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn it_says_that_nothing_was_done() {
        let answer = World::new().call("root", "rebuildinstalledssldb", &[]).unwrap();
        assert_eq!(answer.notes.warnings.len(), 1);
    }
}
