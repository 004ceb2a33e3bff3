//! `cargo xtask scaffold`: the functions that the contract names, as files to fill in.
//!
//! A file that is there is never touched. The lists (`mod.rs` of each group, `GROUPS`) are kept in
//! the contract's order, and what else stands in those files stays.

mod file;
mod legacy;
mod lists;
mod names;
mod params;
mod prose;
mod reply;

use std::path::PathBuf;

use crate::{
    Done,
    contract::{Contract, Group},
    generated, workspace,
};

/// What may be asked.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Write the lists only, from the files that are there.
    #[arg(long)]
    lists: bool,
    /// Write `contract/gaps.txt` only.
    #[arg(long, conflicts_with = "lists")]
    gaps: bool,
    /// Functions, or folders of groups, to leave out.
    #[arg(long, num_args = 1..)]
    except: Vec<String>,
}

/// Writes what is missing.
pub(crate) fn run(options: &Options) -> Done {
    if options.gaps {
        return generated::write_gaps();
    }
    let contract = Contract::read()?;
    if !options.lists {
        write_files(&contract, &options.except)?;
    }
    lists::write(&contract)?;
    workspace::format()
}

fn write_files(contract: &Contract, except: &[String]) -> Done {
    for group in contract.groups.iter().filter(|group| !except.contains(&group.folder())) {
        for facts in &group.functions {
            if except.contains(&facts.name) || lists::source(group, &facts.name).is_some() {
                continue;
            }
            let text = file::render(facts, &contract.needs(&facts.name));
            workspace::write(&path(group, &facts.name), &text)?;
        }
    }
    Ok(())
}

fn path(group: &Group, name: &str) -> PathBuf {
    workspace::functions().join(group.folder()).join(name).with_extension("rs")
}
