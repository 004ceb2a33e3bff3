//! `Fileman::get_file_content`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, Value};
use functions::domain::files::{Home, LONGEST_TEXT, charset};

/// Gives the text of a file.
#[derive(Input)]
pub struct Params {
    /// The folder.
    pub dir: FilePath,
    /// The file's name.
    pub file: String,
    /// The charset that the file is in; `_DETECT_` looks at its bytes.
    #[param(default = "_DETECT_")]
    pub from_charset: String,
    /// The charset that the answer is for: only UTF-8 and what is part of it, as answers are UTF-8.
    #[param(default = "_LOCALE_")]
    pub to_charset: String,
    /// Has no effect here: what the file says of its charset stays.
    #[param(default = 1)]
    pub update_html_document_encoding: Flag,
}

/// What `get_file_content` answers.
#[derive(Output)]
pub struct Reply {
    /// The text.
    pub content: String,
    /// The folder, as the account sees it.
    pub dir: String,
    /// The file's name.
    pub filename: String,
    /// The file with its folder, as the account sees it.
    pub path: String,
    /// The charset that the file is in.
    pub from_char: String,
    /// The charset of the answer.
    pub to_char: String,
    /// The same as `from_char`.
    #[param(absent)]
    pub from_charset: Option<Value>,
    /// The same as `to_char`.
    #[param(absent)]
    pub to_charset: Option<Value>,
}

/// See [`Params`].
pub struct GetFileContent;

impl Function for GetFileContent {
    const NAME: &'static str = "get_file_content";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let home = Home::own(cx)?;
        let folder = home.place("dir", &params.dir)?;
        let place = home.within("file", &folder, &params.file)?;
        let to = charset::find("to_charset", &params.to_charset)?;
        let bytes = cx.host.files.read(&home.account, &place, LONGEST_TEXT)?;
        let from = charset::of("from_charset", &params.from_charset, &bytes)?;
        let content = charset::decode("from_charset", from, &bytes)?;
        Ok(Reply {
            content,
            dir: home.shown(&folder),
            filename: params.file,
            path: home.shown(&place),
            from_char: from.name().to_owned(),
            to_char: to.name().to_owned(),
            from_charset: Some(from.name().into()),
            to_charset: Some(to.name().into()),
        })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls as _;

    #[test]
    fn a_file_is_read_in_its_charset() {
        let world = World::new().account("alice", "root");
        let form =
            [("file", "x.txt"), ("content", "Grüße\r\n\t\u{1b}"), ("to_charset", "ISO-8859-1")];
        world.uapi("alice", "Fileman", "save_file_content", &form).unwrap();
        let form = [("dir", "/home/alice"), ("file", "x.txt")];
        let read = world.uapi_data("alice", "Fileman", "get_file_content", &form);
        assert_eq!(read["content"], "Grüße\r\n\t\u{1b}");
        assert_eq!(
            (&read["from_char"], &read["path"]),
            (&"windows-1252".into(), &"/home/alice/x.txt".into())
        );
        let form = [("dir", ""), ("file", "x.txt"), ("from_charset", "UTF-8")];
        let said = world.uapi_refusal("alice", "Fileman", "get_file_content", &form);
        assert_eq!(said, "from_charset: the file is not in the charset UTF-8.");
    }

    #[test]
    fn a_name_is_no_path() {
        let world = World::new().account("alice", "root");
        for file in ["../secret", "public_html/index.html", "..", ""] {
            let form = [("dir", ""), ("file", file)];
            let said = world.uapi_refusal("alice", "Fileman", "get_file_content", &form);
            assert!(said.starts_with("file: may not have"), "{said}");
        }
        let said = world.uapi_refusal(
            "alice",
            "Fileman",
            "get_file_content",
            &[("dir", ""), ("file", "mail")],
        );
        assert_eq!(said, "path: “mail” is no file with content.");
    }
}
