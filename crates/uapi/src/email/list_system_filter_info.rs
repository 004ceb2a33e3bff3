//! `Email::list_system_filter_info`

use api::{Account, Cx, Effect, Function, Input, Needs, Output, Result};

/// Names the file that the system-level filters are described in.
#[derive(Input)]
pub struct Params;

/// The file.
#[derive(Output)]
pub struct Reply {
    /// Its name.
    pub filter_info: String,
}

/// See [`Params`].
pub struct ListSystemFilterInfo;

impl Function for ListSystemFilterInfo {
    const NAME: &'static str = "list_system_filter_info";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        Ok(Reply { filter_info: format!("filter_info.{}.yaml.gz", account.name()) })
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, world};

    #[test]
    fn the_file_has_the_accounts_name() {
        let told = data(&world(), "list_system_filter_info", &[]);
        assert_eq!(told["filter_info"], "filter_info.amy.yaml.gz");
    }
}
