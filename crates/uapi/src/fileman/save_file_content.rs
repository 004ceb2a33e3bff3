//! `Fileman::save_file_content`

use api::{Cx, Effect, Error, FilePath, Flag, Function, Input, Needs, Output, Result};
use api::{Kind, ports::Write};
use functions::domain::files::{Content, Home, charset};

/// Writes text into a file, which is made where there is none.
#[derive(Input)]
pub struct Params {
    /// The file's name.
    pub file: String,
    /// The folder; the home where absent.
    #[param(default = "")]
    pub dir: FilePath,
    /// The text; the file is empty where absent.
    #[param(default = Content(String::new()))]
    pub content: Content,
    /// The charset that the text was sent in: UTF-8, as calls are.
    #[param(default = "UTF-8")]
    pub from_charset: String,
    /// The charset that the file is written in.
    #[param(default = "UTF-8")]
    pub to_charset: String,
    /// 1: UTF-8 where that charset lacks a character of the text; 0: fails then.
    #[param(default = 1)]
    pub fallback: Flag,
}

/// What `save_file_content` answers.
#[derive(Output)]
pub struct Reply {
    /// The file with its folder, as the account sees it.
    pub path: String,
    /// The charset that the text was sent in.
    pub from_charset: String,
    /// The charset that the file is in.
    pub to_charset: String,
}

/// See [`Params`].
pub struct SaveFileContent;

impl Function for SaveFileContent {
    const NAME: &'static str = "save_file_content";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let home = Home::own(cx)?;
        let folder = home.place("dir", &params.dir)?;
        let place = home.within("file", &folder, &params.file)?;
        let from = charset::find("from_charset", &params.from_charset)?;
        let to = charset::find("to_charset", &params.to_charset)?;
        let text = params.content.0;
        let (bytes, to) = match charset::encode(to, &text) {
            Some(bytes) => (bytes, to.name()),
            None if params.fallback.0 => (text.as_bytes().into(), "UTF-8"),
            None => {
                let problem = format!("to_charset: {} lacks a character of the text.", to.name());
                return Err(Error::new(Kind::Conflict, problem));
            }
        };
        home.write(&place, &bytes, Write { replace: true, mode: None })?;
        Ok(Reply {
            path: home.shown(&place),
            from_charset: from.name().to_owned(),
            to_charset: to.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{fileman::samples, testing::Calls as _};

    #[test]
    fn a_character_that_a_charset_lacks_is_refused_or_saved_in_another() {
        let world = World::new().account("alice", "root");
        let save = |fallback: &str| {
            let form = [
                ("file", "x.txt"),
                ("dir", "public_html"),
                ("content", "日"),
                ("to_charset", "latin1"),
                ("fallback", fallback),
            ];
            world.uapi("alice", "Fileman", "save_file_content", &form)
        };
        let said = save("0").unwrap_err().to_string();
        assert_eq!(said, "to_charset: windows-1252 lacks a character of the text.");
        let saved = save("1").unwrap().data;
        assert_eq!(
            (&saved["to_charset"], &saved["path"]),
            (&"UTF-8".into(), &"/home/alice/public_html/x.txt".into())
        );
        assert_eq!(samples::text(&world, "public_html/x.txt"), "日");
    }

    #[test]
    fn a_file_of_no_content_is_made_and_a_quota_is_kept() {
        let world = World::new().account("alice", "root");
        world.uapi("alice", "Fileman", "save_file_content", &[("file", "x.txt")]).unwrap();
        assert_eq!(samples::text(&world, "x.txt"), "");
        let world = world.with_account("alice", |account| account.quota = api::Limit::of(1));
        let text = "x".repeat(1 << 20);
        let form = [("file", "y.txt"), ("content", text.as_str())];
        let said = world.uapi_refusal("alice", "Fileman", "save_file_content", &form);
        assert!(said.contains("may use 1 MB"), "{said}");
    }

    #[test]
    fn without_the_feature_there_are_no_files() {
        let world = World::new().account("alice", "root");
        let tx = world.host.store.write().unwrap();
        let (account, feature) = ("alice".parse().unwrap(), "filemanager".to_owned());
        let enabled = false.into();
        tx.put(&api::records::FeatureOverride { account, feature, enabled }).unwrap();
        tx.commit().unwrap();
        let form = [("file", "x.txt")];
        let said = world.uapi_refusal("alice", "Fileman", "save_file_content", &form);
        assert_eq!(said, "The gate refused.");
    }
}
