//! `Email::get_lists_total_disk_usage`

use api::{Account, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::mail::{lists, measure};

/// Gives the bytes of the archives of all mailing lists.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetListsTotalDiskUsage;

impl Function for GetListsTotalDiskUsage {
    const NAME: &'static str = "get_lists_total_disk_usage";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = i64;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let mut bytes = 0;
        for list in lists::of(&*tx, &account)? {
            bytes += cx.host.mail.usage(&account, Some(&list.address))?.bytes;
        }
        Ok(measure::wire(bytes))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{PASSWORD, data, world};

    #[test]
    fn archives_are_measured() {
        let world = world();
        let form = [("domain", "amy.test"), ("list", "news"), ("password", PASSWORD)];
        data(&world, "add_list", &form);
        assert_eq!(data(&world, "get_lists_total_disk_usage", &[]), 0);
        let archive = "news@amy.test".parse().unwrap();
        world.host.mail.make_folder(&"amy".parse().unwrap(), &archive).unwrap();
        assert_eq!(data(&world, "get_lists_total_disk_usage", &[]), 0, "it is empty");
    }
}
