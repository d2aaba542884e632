<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- What the dialogs of Qt leave in English where they speak Chinese, or call otherwise than clerks do. -->
<TS version="2.1" sourcelanguage="en" language="zh_CN">
  <context>
    <name>QAbstractFileIconProvider</name>
    <message>
      <source>Drive</source>
      <translation>磁盘</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>文件夹</translation>
    </message>
  </context>
  <context>
    <name>QFileSystemModel</name>
    <message>
      <source>Size</source>
      <translation>大小</translation>
    </message>
  </context>
</TS>
