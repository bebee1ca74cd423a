-- zh: the views of mart once more, with Chinese names, columns and words, made from warehouse/zh.toml
create schema zh;
